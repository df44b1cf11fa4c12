import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8n, WorkflowInput } from './n8n.mts';
import { root } from './paths.mts';
import type { Body } from './rest.mts';

/** Names of the nodes in `examples/hired-to-bamboohr.json` that the demo and the tests look at. */
export const NODES = {
	trigger: 'Candidate hired in 100Hires',
	lookUp: 'Look up everyone in BambooHR',
	create: 'Create the employee in BambooHR',
	alreadyThere: 'Already an employee',
} as const;

/** Which credential each type of node in `examples/` takes; HTTP Request nodes name it in their parameters. */
const CREDENTIAL_OF: Record<string, string> = {
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
	'n8n-nodes-100hires.hundredHires': 'hundredHiresApi',
	'n8n-nodes-100hires.hundredHiresPollingTrigger': 'hundredHiresApi',
	'n8n-nodes-100hires.hundredHiresTool': 'hundredHiresApi',
	'n8n-nodes-100hires.hundredHiresTrigger': 'hundredHiresApi',
	'n8n-nodes-base.bambooHr': 'bambooHrApi',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.salesforce': 'salesforceJwtApi',
	'n8n-nodes-base.slack': 'slackApi',
};

/** A stored credential, as a node names it. */
export interface Credential {
	id: string;
	name: string;
}

/** Makes a credential for a stand-in of 100Hires. */
export async function hiresCredential(
	n8n: N8n,
	{ apiKey, baseUrl }: { apiKey: string; baseUrl: string },
): Promise<Credential> {
	const data = { apiKey, companyId: '', baseUrl };
	return { name: '100Hires', id: await n8n.createCredential('hundredHiresApi', '100Hires', data) };
}

function credentialOf({ type, parameters }: Body): string | undefined {
	const { nodeCredentialType, genericAuthType } = (parameters ?? {}) as Body;
	const named = nodeCredentialType ?? genericAuthType ?? CREDENTIAL_OF[String(type)];
	return named === undefined ? undefined : String(named);
}

/**
 * Imports a workflow from n8n's file of it, and chooses credentials in its nodes, as n8n leaves it to its user.
 *
 * @param credentials by their type, such as `hundredHiresApi`
 * @param fillIn does to a node what else there is to fill in
 * @returns the workflow's ID; it is not active yet
 */
export async function importWorkflow(
	n8n: N8n,
	{ name, nodes, connections, settings, pinData }: WorkflowInput,
	credentials: Record<string, Credential>,
	fillIn: (node: Body) => Body = (node) => node,
): Promise<string> {
	const filled = nodes.map((node) => {
		const type = credentialOf(node);
		const chosen = type === undefined ? undefined : credentials[type];
		return fillIn(type && chosen ? { ...node, credentials: { [type]: chosen } } : node);
	});
	return await n8n.createWorkflow({ name, nodes: filled, connections, settings, pinData });
}

/**
 * Imports a flow of `examples/` as it is, and chooses credentials in its nodes, as its sticky notes ask.
 *
 * @param file such as `hired-to-bamboohr.json`
 * @param credentials by their type, such as `hundredHiresApi`
 * @param fillIn does to a node what else its sticky notes ask for
 * @returns the workflow's ID; it is not active yet
 */
export async function importExample(
	n8n: N8n,
	file: string,
	credentials: Record<string, Credential>,
	fillIn?: (node: Body) => Body,
): Promise<string> {
	const example: WorkflowInput = JSON.parse(readFileSync(join(root, 'examples', file), 'utf8'));
	return await importWorkflow(n8n, example, credentials, fillIn);
}

export interface Accounts {
	hires: { apiKey: string; baseUrl: string };
	bamboo: { company: string; apiKey: string };
}

/** Makes both credentials of `examples/hired-to-bamboohr.json`, and imports it. */
export async function importHiredToBambooHr(
	n8n: N8n,
	{ hires, bamboo }: Accounts,
): Promise<string> {
	const data = { subdomain: bamboo.company, apiKey: bamboo.apiKey };
	return await importExample(n8n, 'hired-to-bamboohr.json', {
		hundredHiresApi: await hiresCredential(n8n, hires),
		bambooHrApi: {
			name: 'BambooHR',
			id: await n8n.createCredential('bambooHrApi', 'BambooHR', data),
		},
	});
}
