import { createHash } from 'node:crypto';
import type { Service } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';

const HOST = 'registry.npmjs.org';

/** What a package.json says, as far as a registry cares. */
export interface Manifest {
	name: string;
	version: string;
}

/** A stand-in for npm's registry, for `startInternet`. */
export interface Registry extends Service {
	/** Puts a version there, which is the latest from then on. */
	publish(manifest: Manifest, tarball: Buffer): void;
}

interface Published {
	manifest: Manifest;
	tarball: Buffer;
}

const digest = (algorithm: string, data: Buffer, encoding: 'hex' | 'base64') =>
	createHash(algorithm).update(data).digest(encoding);

const notFound = () => json({ error: 'Not found' }, 404);

/**
 * Answers for registry.npmjs.org as npm's public registry does (npm's "Package metadata" and "REGISTRY-API" of npm/registry): the
 * document of a package, one version of it or a tag, and tarballs. It has what was published to it and nothing else.
 */
export function npmRegistry(): Registry {
	const packages = new Map<string, Published[]>();

	const described = ({ manifest, tarball }: Published) => ({
		...manifest,
		dist: {
			tarball: `https://${HOST}/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`,
			shasum: digest('sha1', tarball, 'hex'),
			integrity: `sha512-${digest('sha512', tarball, 'base64')}`,
		},
	});

	const document = (name: string, all: readonly Published[]) => ({
		name,
		'dist-tags': { latest: all.at(-1)?.manifest.version },
		versions: Object.fromEntries(all.map((each) => [each.manifest.version, described(each)])),
	});

	function answer(path: string): Reply {
		const [name, ...rest] = decodeURIComponent(path.slice(1)).split('/');
		const all = packages.get(name);
		if (!all) return notFound();
		if (rest.length === 0) return json(document(name, all));
		const found = all.findLast(
			({ manifest: { version } }) =>
				rest[0] === 'latest' || rest[0] === version || rest[1] === `${name}-${version}.tgz`,
		);
		if (!found) return notFound();
		if (rest[0] !== '-') return json(described(found));
		return {
			statusCode: 200,
			headers: { 'content-type': 'application/octet-stream' },
			body: found.tarball,
		};
	}

	return {
		name: 'npm',
		answer: ({ url }) => (url.host === HOST ? answer(url.pathname) : undefined),
		publish: (manifest, tarball) => {
			const before = packages.get(manifest.name) ?? [];
			packages.set(manifest.name, [...before, { manifest, tarball }]);
		},
	};
}
