import type { Context } from '../context.mts';
import type { Delivery } from '../webhooks/deliveries.mts';
import type { ApplicationRecord, JobRecord } from '../world/records.mts';
import { html, Html } from './html.mts';
import { SCRIPT, STYLE } from './style.mts';

const SHOWN_APPLICATIONS = 25;
const SHOWN_DELIVERIES = 40;

function button(action: string, label: string, fields: Record<string, number>): Html {
	const inputs = Object.entries(fields).map(
		([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
	);
	return html`<form method="post" action="/sandbox/actions/${action}">
		${inputs}<button>${label}</button>
	</form>`;
}

function time(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);
}

function table(headings: string[], rows: Html[], empty: string): Html {
	if (!rows.length) return html`<p class="dim">${empty}</p>`;
	const head = headings.map((heading) => html`<th>${heading}</th>`);
	return html`<table>
		<thead>
			<tr>
				${head}
			</tr>
		</thead>
		<tbody>
			${rows}
		</tbody>
	</table>`;
}

function jobRow({ world }: Context, applicants: Map<number, number>) {
	return (job: JobRecord) =>
		html`<tr>
			<td>${job.id}</td>
			<td>${job.title}</td>
			<td>
				${world
					.stagesOf(job.id)
					.map((stage) => stage.name)
					.join(' → ')}
			</td>
			<td>${applicants.get(job.id) ?? 0}</td>
			<td>${button('apply', 'Someone applies', { jobId: job.id })}</td>
		</tr>`;
}

function actionsFor({ world }: Context, application: ApplicationRecord): Html[] {
	const { id: applicationId, candidateId, status } = application;
	const stages = world.stagesOf(application.jobId);
	const next = stages[stages.indexOf(world.stage(application.stageId)) + 1];
	const canMove = next && next !== world.hiredStage(application.jobId);
	return [
		...(status === 'active'
			? [
					...(canMove ? [button('move', `Move to ${next.name}`, { applicationId })] : []),
					button('schedule-interview', 'Schedule interview', { applicationId }),
					button('score', 'Score', { applicationId }),
					button('hire', 'Hire', { applicationId }),
					button('disqualify', 'Disqualify', {
						applicationId,
						reasonId: world.lists.rejectionReasons[0].id,
					}),
				]
			: []),
		...(status === 'hired' ? [button('unhire', 'Take the hire back', { applicationId })] : []),
		...(status === 'rejected' ? [button('unreject', 'Take it back', { applicationId })] : []),
		button('update-candidate', 'New phone number', { candidateId }),
	];
}

function applicationRow(context: Context) {
	const { world } = context;
	const style = { active: '', hired: 'good', rejected: 'bad' };
	return (application: ApplicationRecord) => {
		const { id, status, score } = application;
		const candidate = world.candidate(application.candidateId);
		return html`<tr>
			<td>${id}</td>
			<td>
				${candidate.firstName} ${candidate.lastName}<br />
				<span class="dim">${candidate.emails[0]} ${candidate.phones[0]}</span>
			</td>
			<td>${world.job(application.jobId).title}</td>
			<td>${world.stage(application.stageId).name}</td>
			<td><span class="badge ${style[status]}">${status}</span></td>
			<td>${score?.total}</td>
			<td>${actionsFor(context, application)}</td>
		</tr>`;
	};
}

function deliveryRow(delivery: Delivery): Html {
	const { id, eventName, url, state, at, attempts } = delivery;
	const last = attempts.at(-1);
	const style = { pending: '', delivered: 'good', dropped: 'bad' }[state];
	const outcome = last ? (last.status ?? last.error) : 'under way';
	return html`<tr>
		<td>${time(at)}</td>
		<td>${eventName}</td>
		<td class="url">${url}</td>
		<td><span class="badge ${style}">${state}</span></td>
		<td>${outcome}</td>
		<td>${attempts.length}</td>
		<td>
			${button('send-again', 'Send again', { deliveryId: id })}
			<details>
				<summary>Body</summary>
				<pre>${JSON.stringify(JSON.parse(delivery.body), null, 2)}</pre>
			</details>
		</td>
	</tr>`;
}

/** The page that shows what is there and lets one do what recruiters and candidates do. */
export function renderPage(context: Context): string {
	const { world, webhooks, deliveries, settings } = context;
	const applicants = new Map<number, number>();
	for (const { jobId } of world.applications.values()) {
		applicants.set(jobId, (applicants.get(jobId) ?? 0) + 1);
	}
	const applications = [...world.applications.values()].slice(-SHOWN_APPLICATIONS).reverse();
	const sent = deliveries.all();
	const shown = sent.slice(-SHOWN_DELIVERIES).reverse();
	const dialect = settings.dialect === 'article' ? 'the help article' : 'the OpenAPI document';
	const webhookRows = webhooks.all().map(
		(webhook) =>
			html`<tr>
				<td>${webhook.id}</td>
				<td class="url">${webhook.url}</td>
				<td>${webhook.jobId === null ? 'Company' : `Job ${webhook.jobId}`}</td>
				<td>${webhook.events?.join(', ') ?? 'whatever the account pushes'}</td>
				<td>${webhook.secrets.length > 1 ? 'old and new sign' : 'one'}</td>
				<td>
					${button('rotate-secret', 'Rotate secret', { webhookId: webhook.id })}
					${webhook.secrets.length > 1 &&
					button('end-grace', 'End grace', { webhookId: webhook.id })}
				</td>
			</tr>`,
	);
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<title>100Hires sandbox</title>
				<meta name="viewport" content="width=device-width" />
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<h1>100Hires sandbox</h1>
				<p class="dim">
					${world.company.name}, company ${world.company.id}. Webhooks as ${dialect} describes them.
				</p>
				<p>
					Base URL <code>${context.view().baseUrl}</code> API key <code>${settings.apiKey}</code>
				</p>
				<main>
					<h2>Jobs</h2>
					${table(
						['ID', 'Title', 'Pipeline', 'Applications', ''],
						[...world.jobs.values()].map(jobRow(context, applicants)),
						'No jobs.',
					)}
					<h2>Applications <span class="dim">${world.applications.size}</span></h2>
					<p class="dim">
						${world.candidates.size} candidates, with applications or without.
						${button('create-candidate', 'Add a candidate without one', {})}
					</p>
					${table(
						['ID', 'Candidate', 'Job', 'Stage', 'Status', 'AI score', ''],
						applications.map(applicationRow(context)),
						'Nobody has applied yet.',
					)}
					<h2>Webhooks <span class="dim">${webhookRows.length}</span></h2>
					${table(
						['ID', 'URL', 'Scope', 'Events', 'Secrets', ''],
						webhookRows,
						'None registered. Activate a workflow with the 100Hires Trigger.',
					)}
					<h2>Deliveries <span class="dim">${sent.length}</span></h2>
					${table(
						['Event at (UTC)', 'Event', 'To', 'State', 'Last answer', 'Attempts', ''],
						shown.map(deliveryRow),
						'None yet.',
					)}
				</main>
				<script>
					${new Html(SCRIPT)};
				</script>
			</body>
		</html>`.text;
}
