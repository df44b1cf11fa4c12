import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for every program that asks (proc(5), `sysconf(_SC_CLK_TCK)`). */
const TICK_MS = 10;
/** Of the fields behind the program's name in `/proc/<pid>/stat`. */
const UTIME = 11;
const STIME = 12;

/**
 * The processor time that a process has taken so far, in all its threads. Unlike time it hardly depends on what else the machine does.
 * @returns milliseconds, in steps of 10; NaN where there is no /proc
 */
export function cpuTime(pid: number): number {
	let stat: string;
	try {
		stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	} catch {
		return NaN;
	}
	// The name stands in brackets and may itself have brackets and spaces.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[UTIME]) + Number(fields[STIME])) * TICK_MS;
}
