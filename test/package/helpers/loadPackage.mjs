/**
 * Loads an unpacked package as n8n does and prints, as JSON, what n8n then knows of it: `{ "nodes": [...], "credentials": [...] }`.
 * Usage: N8N_USER_FOLDER=<a folder of its own> node loadPackage.mjs <folder of the package>
 */
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';

const loader = new PackageDirectoryLoader(process.argv[2]);
await loader.loadAll();
const { nodes, credentials } = loader.types;
process.stdout.write(JSON.stringify({ nodes, credentials, known: loader.known }), () =>
	process.exit(),
);
