import { homedir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { statSync } from 'node:fs';
import { packedPackage, root } from '../harness/paths.mts';
import { files, load, manifest, shownTexts, text, type Loaded } from './helpers/packedPackage.mts';

const NODES = 'dist/nodes/HundredHires';
const SCHEMAS = `${NODES}/__schema__/`;
const CATEGORIES = [
	'Analytics',
	'Communication',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing & Content',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const code = files.filter((file) => file.endsWith('.js'));
const declared = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
const requiresOf = (file: string) =>
	[...text(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, path]) => path);

let loaded: Loaded;
beforeAll(() => {
	loaded = load();
});

describe('the files', () => {
	it('are dist and what describes the package', () => {
		const beside = files.filter((file) => !file.startsWith('dist/'));
		const allowed = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];
		expect(beside.filter((file) => !allowed.includes(file))).toEqual([]);
		expect(beside).toEqual(expect.arrayContaining(['LICENSE.md', 'README.md', 'package.json']));
	});

	it('are all of use to n8n: declared, required by what is declared, an icon, a codex or a schema that n8n asks for', () => {
		const used = new Set(declared);
		for (const file of used) {
			for (const path of requiresOf(file)) {
				if (path.startsWith('.')) used.add(normalize(join(dirname(file), `${path}.js`)));
			}
		}
		const types = [...loaded.nodes, ...loaded.credentials];
		for (const { iconUrl } of types) {
			for (const url of Object.values(iconUrl))
				used.add(url.replace(`icons/${manifest.name}/`, ''));
		}
		for (const node of manifest.n8n.nodes) used.add(node.replace(/\.js$/, '.json'));
		used.add(`${SCHEMAS}v1.0.0.json`);
		const operations = loaded.nodes[0].properties.filter(({ name }) => name === 'operation');
		for (const { displayOptions, options } of operations) {
			const [resource] = (displayOptions as { show: { resource: string[] } }).show.resource;
			for (const { value } of options as Array<{ value: string }>)
				used.add(`${SCHEMAS}v1.0.0/${resource}/${value}.json`);
		}
		expect(files.filter((file) => file.startsWith('dist/')).sort()).toEqual([...used].sort());
	});

	it('need nothing but n8n and Node', () => {
		const needed = new Set(code.flatMap(requiresOf).filter((path) => !path.startsWith('.')));
		expect([...needed].sort()).toEqual(['n8n-workflow', 'node:crypto']);
		expect(manifest.dependencies).toBeUndefined();
	});

	it('tell nothing of the machine that built them, and point to no sources that are missing', () => {
		for (const file of files) {
			const content = text(file);
			for (const path of [root, homedir(), '/home/', '/Users/', '/tmp/', ':\\\\'])
				expect([file, path, content.includes(path)]).toEqual([file, path, false]);
			expect(content).not.toContain('sourceMappingURL');
		}
	});

	it('hold nothing that looks like a secret', () => {
		const secrets =
			/-----BEGIN|\b(npm_|ghp_|gho_|github_pat_|whsec_|sk-|xox[abp]-|AKIA)\w{8,}|Bearer [\w.-]{8,}|\b[0-9a-f]{32,}\b/;
		for (const file of files)
			expect([file, secrets.exec(text(file))?.[0]]).toEqual([file, undefined]);
	});

	it('are few and small: n8n reads them at every start', () => {
		const bytes = files.reduce((sum, file) => sum + statSync(join(packedPackage, file)).size, 0);
		expect(bytes).toBeLessThan(420 * 1024);
		const tarball = join(packedPackage, '..', `${manifest.name}-${manifest.version}.tgz`);
		expect(statSync(tarball).size).toBeLessThan(105_000);
	});

	it('can be read by people: nothing is minified', () => {
		for (const file of code) {
			const longest = Math.max(
				...text(file)
					.split('\n')
					.map((line) => line.length),
			);
			expect([file, longest < 1000]).toEqual([file, true]);
		}
	});
});

describe('what n8n makes of them', () => {
	it('is three nodes and a credential for all of them', () => {
		const names = loaded.nodes.map(({ name }) => name).sort();
		expect(names).toEqual(['hundredHires', 'hundredHiresPollingTrigger', 'hundredHiresTrigger']);
		expect(loaded.nodes).toHaveLength(manifest.n8n.nodes.length);
		expect(loaded.credentials.map(({ name }) => name)).toEqual(['hundredHiresApi']);
		expect([...loaded.credentials[0].supportedNodes].sort()).toEqual(names);
	});

	it('has square icons for light and dark', () => {
		for (const { iconUrl } of [...loaded.nodes, ...loaded.credentials]) {
			expect(iconUrl.light).not.toBe(iconUrl.dark);
			for (const url of Object.values(iconUrl)) {
				const icon = text(url.replace(`icons/${manifest.name}/`, ''));
				const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(icon) ?? [];
				expect(Number(width)).toBeGreaterThan(0);
				expect(width).toBe(height);
				// n8n serves icons to browsers as they are.
				expect(icon).not.toMatch(/<script|href|\son\w+=|<foreignObject/i);
			}
		}
	});

	it('is found by what people search for, and sends them to headings that README.md has', () => {
		const headings = [...text('README.md').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
			heading.toLowerCase().replaceAll(' ', '-'),
		);
		const page = `${manifest.repository.url.replace(/^git\+|\.git$/g, '')}#`;
		for (const { name, codex } of loaded.nodes) {
			const file = JSON.parse(text(loaded.known.nodes[name].sourcePath.replace(/\.js$/, '.json')));
			expect(file.node).toBe(`${manifest.name}.${name}`);
			// n8n drops a codex that it cannot read.
			expect(codex?.alias).toEqual(expect.arrayContaining(['ATS', 'Recruiting', 'Hiring', 'HRIS']));
			expect(CATEGORIES).toEqual(expect.arrayContaining(file.categories));
			const { primaryDocumentation, credentialDocumentation } = file.resources;
			for (const { url } of [...primaryDocumentation, ...credentialDocumentation]) {
				expect(url.startsWith(page)).toBe(true);
				expect(['readme', ...headings]).toContain(url.slice(page.length));
			}
		}
	});

	it('speaks English, in letters that every keyboard has', () => {
		const texts = shownTexts([loaded.nodes, loaded.credentials]);
		expect(texts.length).toBeGreaterThan(500);
		// Messages are texts of the code.
		for (const each of [...texts, ...code.map(text)])
			expect(/.{0,30}[^\t\n\x20-\x7e“”‘’…–—≥≤×].{0,30}/.exec(each)?.[0]).toBeUndefined();
	});
});

describe('package.json', () => {
	it('says what n8n and npm ask of a package', () => {
		expect(manifest).toMatchObject({
			name: 'n8n-nodes-100hires',
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			n8n: { n8nNodesApiVersion: 1, strict: true },
			peerDependencies: { 'n8n-workflow': '*' },
		});
		expect(text('LICENSE.md')).toMatch(/^MIT License/);
		const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');
		expect(repository).toMatch(/^https:\/\/github\.com\/[\w.-]+\/n8n-nodes-100hires$/);
		expect(manifest.homepage).toBe(`${repository}#readme`);
		expect(manifest.bugs).toBe(`${repository}/issues`);
	});
});
