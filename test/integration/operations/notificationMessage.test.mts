import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt, applyTo, byId } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

const requests = () =>
	sandbox.requests.all().map(({ method, path, body }) => [`${method} ${path}`, body]);

function notified(count = 1) {
	const [application] = applyTo(sandbox, 1);
	const { mail } = sandbox.world;
	return Array.from({ length: count }, (_, n) =>
		mail.notify(application, `Thank you ${n}`, '<p>We decided for someone else</p>'),
	);
}

test('a notification is read, changed and deleted before it goes out', async () => {
	const [{ id }] = notified();
	const notificationMessageId = String(id);
	const [{ json }] = await run('notificationMessage', 'get', { notificationMessageId });
	expect(json).toMatchObject({ id, subject: 'Thank you 0' });
	const changes = { subject: 'Thank you, Ada', body: '<p>Keep in touch</p>' };
	await run('notificationMessage', 'update', {
		notificationMessageId,
		...changes,
		updateFields: { scheduledAt: '2030-01-02T09:00:00Z' },
	});
	expect(sandbox.world.mail.notifications.get(id)).toMatchObject(changes);
	const [deleted] = await run('notificationMessage', 'delete', { notificationMessageId });
	expect(deleted.json).toEqual({ deleted: true });
	const sendAt = Math.floor(Date.UTC(2030, 0, 2, 9) / 1000);
	expect(requests()).toEqual([
		[`GET /notification-messages/${id}`, null],
		[`PUT /notification-messages/${id}`, { ...changes, scheduled_at: sendAt }],
		[`DELETE /notification-messages/${id}`, null],
	]);
});

test('all notifications to a candidate are canceled in one request', async () => {
	const [{ candidateId }] = notified(3);
	const { alias } = sandbox.world.candidate(candidateId);
	const [{ json }] = await run('notificationMessage', 'cancelAll', { candidateId: byId(alias) });
	expect(json).toEqual({ deleted: true });
	expect(requests()).toEqual([[`DELETE /candidates/${alias}/notification-messages`, null]]);
	expect(sandbox.world.mail.notifications.all()).toEqual([]);
});
