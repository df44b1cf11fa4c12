import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../../harness/until.mts';

/** Hidden in pictures: what moves, what blinks, what covers, what is another each time. */
const STILL = `
	*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
	[class^="ͼ"]:empty, .el-notification, [role="tooltip"], .n8n-tooltip, [data-test-id="chat-session-id"] {
		visibility: hidden !important;
	}
`;

/**
 * Further hidden in pictures of a flow: everything but the flow. Its dots make a picture three times as large; its warnings say that
 * there are no credentials yet, which everybody who imports a flow chooses first.
 */
const ONLY_THE_FLOW = `
	[data-test-id="canvas-background"], [data-test-id="canvas-minimap"], [data-test-id="node-issues"], [role="radiogroup"],
	[data-test-id="canvas-wrapper"] button:not(.vue-flow__nodes *), div:has(> span > [data-test-id="execute-workflow-button"]) * {
		visibility: hidden !important;
	}
`;

type Box = { x: number; y: number; width: number; height: number };

async function take(page: Page, name: string, style: string, clip?: Box): Promise<void> {
	const folder = process.env.PICTURES;
	if (!folder) return;
	await mkdir(folder, { recursive: true });
	await page.waitForFunction('[...document.images].every((image) => image.complete)');
	await page.screenshot({ path: join(folder, `${name}.png`), style, clip });
}

/**
 * Takes a picture of the page for the documents, where PICTURES names the folder for them (`npm run pictures`); otherwise does
 * nothing. So pictures come out of the same walks that the tests check.
 *
 * @param name of the file, without its ending
 */
export async function picture(page: Page, name: string): Promise<void> {
	await page.mouse.move(1, 1);
	await take(page, name, STILL);
}

/** Room around a part of a flow, in pixels: names and subtitles hang below nodes, and a flash stands beside triggers. */
const AROUND_NODE = { x: 60, top: 24, bottom: 84 };
const AROUND_NOTE = { x: 24, top: 24, bottom: 24 };

async function boxesOf(parts: Locator, around: typeof AROUND_NODE): Promise<Box[]> {
	const boxes = await Promise.all(
		(await parts.all()).map(async (each) => await each.boundingBox()),
	);
	return boxes.flatMap((box) =>
		box
			? {
					x: box.x - around.x,
					y: box.y - around.top,
					width: box.width + 2 * around.x,
					height: box.height + around.top + around.bottom,
				}
			: [],
	);
}

async function extentOf(page: Page): Promise<Box> {
	const boxes = [
		...(await boxesOf(page.getByTestId('canvas-node'), AROUND_NODE)),
		...(await boxesOf(page.getByTestId('sticky'), AROUND_NOTE)),
	];
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}

/** The same of a whole flow that fits the canvas, without n8n's bars and buttons, cut to its size. */
export async function pictureOfFlow(page: Page, name: string): Promise<void> {
	// To fit, for n8n, leaves out what hangs below nodes: one step smaller.
	await page.keyboard.press('-');
	let before = '';
	const clip = await until(
		'the canvas to stand still',
		async () => {
			const extent = await extentOf(page);
			const [last, now] = [before, JSON.stringify(extent)];
			before = now;
			return last === now ? extent : undefined;
		},
		60_000,
	);
	await take(page, name, STILL + ONLY_THE_FLOW, clip);
}
