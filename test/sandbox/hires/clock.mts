/** Where the sandbox gets its time from. */
export interface Clock {
	/** The time in unix seconds. */
	now(): number;
	/**
	 * Runs something later. A clock without it leaves that to the computer's own timers.
	 *
	 * @param seconds How much later
	 * @returns Cancels it
	 */
	after?(seconds: number, run: () => void): () => void;
}

export const REAL_CLOCK: Clock = { now: () => Math.floor(Date.now() / 1000) };

interface Appointment {
	at: number;
	run: () => void;
}

/** A clock that stands still until a test moves it; what is due by then runs within `advance`. */
export class ManualClock implements Clock {
	private time: number;

	private appointments: Appointment[] = [];

	/** @param start First time in unix seconds */
	constructor(start = 1_781_434_800) {
		this.time = start;
	}

	now(): number {
		return this.time;
	}

	after(seconds: number, run: () => void): () => void {
		const appointment = { at: this.time + seconds, run };
		this.appointments.push(appointment);
		return () => {
			this.appointments = this.appointments.filter((other) => other !== appointment);
		};
	}

	/** Moves the time forward and runs, in their order, the things that are due on the way. */
	advance(seconds: number): void {
		const until = this.time + seconds;
		for (;;) {
			const [next] = this.appointments
				.filter((appointment) => appointment.at <= until)
				.sort((a, b) => a.at - b.at);
			if (!next) break;
			this.appointments = this.appointments.filter((other) => other !== next);
			this.time = Math.max(this.time, next.at);
			next.run();
		}
		this.time = until;
	}
}

/**
 * Runs something later by the given clock. A timer of the computer does not keep the process alive.
 *
 * @param seconds How much later, fractions allowed
 * @returns Cancels it
 */
export function schedule(clock: Clock, seconds: number, run: () => void): () => void {
	if (clock.after) return clock.after(seconds, run);
	const timer = setTimeout(run, seconds * 1000);
	timer.unref();
	return () => clearTimeout(timer);
}
