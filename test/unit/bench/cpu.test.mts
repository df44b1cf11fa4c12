import { cpuTime } from '../../bench/cpu.mts';
import { existsSync } from 'node:fs';

const onLinux = existsSync('/proc/self/stat') ? test : test.skip;

onLinux('is what the process says itself, and grows with its work', () => {
	const before = cpuTime(process.pid);
	const own = () => {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1000;
	};
	const begin = own();
	while (own() - begin < 100);
	const after = cpuTime(process.pid);
	expect(after - before).toBeGreaterThanOrEqual(80);
	expect(Math.abs(after - own())).toBeLessThan(100);
});

test('is not a number for a process that is not there', () => {
	expect(cpuTime(2 ** 30)).toBeNaN();
});
