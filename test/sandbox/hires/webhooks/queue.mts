/** Runs tasks in the order in which they come, at most `width` at a time. */
export class Queue {
	private readonly width: number;

	private readonly waiting: Array<() => Promise<void>> = [];

	private running = 0;

	constructor(width: number) {
		this.width = width;
	}

	get isEmpty(): boolean {
		return this.running === 0 && this.waiting.length === 0;
	}

	/** @returns The task's result, once it had its turn */
	run<T>(task: () => Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			this.waiting.push(() => task().then(resolve, reject));
			this.next();
		});
	}

	private next(): void {
		if (this.running >= this.width) return;
		const task = this.waiting.shift();
		if (!task) return;
		this.running += 1;
		void task().finally(() => {
			this.running -= 1;
			this.next();
		});
	}
}
