import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { n8nProgram } from './paths.mts';
import { temporaryFolder } from './environment.mts';

/**
 * Where the template for this n8n is kept: inside its installation, so that it goes when that goes. Another environment or
 * owner has another template.
 * @param madeWith everything that the contents depend on besides n8n's version
 */
function templateOf(madeWith: unknown): string {
	const digest = createHash('sha256').update(JSON.stringify(madeWith)).digest('hex').slice(0, 12);
	return join(n8nProgram(), '..', '..', '..', '..', '.test-folders', digest);
}

/** Moves a finished copy into place. Where another test file was faster, its template serves as well. */
function keep(copy: string, template: string): void {
	try {
		renameSync(copy, template);
	} catch (error) {
		if (!existsSync(template)) throw error;
	}
}

/**
 * Makes a temporary folder in which n8n finds its database as after its very first start: tables made, owner there, nothing else.
 * The first start makes the tables by some hundred migrations, which take a third of the time until n8n is ready; so it
 * happens once for each installation, and everybody gets a copy.
 *
 * @param madeWith everything that the contents depend on besides n8n's version
 * @param fill starts n8n in an empty folder and stops it again
 * @returns the folder's path; the caller deletes it
 */
export async function freshFolder(
	madeWith: unknown,
	fill: (folder: string) => Promise<void>,
): Promise<string> {
	const template = templateOf(madeWith);
	if (!existsSync(template)) {
		const folder = temporaryFolder();
		// A name of its own, and moved when it is whole: another test file may be making the same at this moment.
		const copy = `${template}-${process.pid}`;
		try {
			await fill(folder);
			mkdirSync(dirname(template), { recursive: true });
			cpSync(folder, copy, { recursive: true });
			keep(copy, template);
		} finally {
			rmSync(copy, { recursive: true, force: true });
			rmSync(folder, { recursive: true, force: true });
		}
	}
	const folder = temporaryFolder();
	cpSync(template, folder, { recursive: true });
	return folder;
}
