import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../../harness/paths.mts';

const markdownIn = (folder: string, recursive: boolean) =>
	readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file));

const pages = ['docs', 'test']
	.flatMap((folder) => markdownIn(folder, true))
	.concat(markdownIn('.', false));

/** A page without its samples of code, which may hold brackets and hashes of their own. */
const read = (page: string) =>
	readFileSync(join(root, page), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(page: string): Set<string> {
	const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
	return new Set(headings);
}

/** Where the links and pictures of a page lead, other than to the web. */
const linksOf = (page: string) =>
	[...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));

test.each(pages)('links of %s lead somewhere', (page) => {
	const broken = linksOf(page).filter((link) => {
		const [path, anchor] = link.split('#');
		const target = path === '' ? page : join(dirname(page), path);
		if (!existsSync(join(root, target))) return true;
		return anchor !== undefined && !anchorsOf(target).has(anchor);
	});
	expect(broken).toEqual([]);
});

test('every picture is shown on a page', () => {
	const shown = pages.flatMap((page) => linksOf(page).map((link) => join(dirname(page), link)));
	const pictures = readdirSync(join(root, 'docs/pictures')).map((file) =>
		join('docs/pictures', file),
	);
	expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
});

test('every example has a page of its name, and both stand in the README', () => {
	const linked = linksOf('README.md');
	const names = readdirSync(join(root, 'examples')).map((file) => file.replace(/\.json$/, ''));
	for (const name of names) {
		expect(linked).toContain(`examples/${name}.json`);
		expect(linked).toContain(`docs/flows/${name}.md`);
		const page = join('docs/flows', `${name}.md`);
		expect(linksOf(page).map((link) => relative('', join(dirname(page), link)))).toContain(
			join('docs/pictures', `${name}.png`),
		);
	}
});
