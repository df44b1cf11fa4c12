/**
 * Loaded into n8n before n8n itself: ends n8n, with the task runners that it started, when the process that started it is gone.
 * A test that is killed cannot clean up, and n8n would go on for ever. The pipe on standard input closes in every case.
 */
import { isMainThread } from 'node:worker_threads';

// n8n's worker threads load this too, with a standard input of their own that ends at once.
if (isMainThread) {
	process.stdin.on('close', () => process.kill(-process.pid, 'SIGKILL'));
	process.stdin.resume();
}
