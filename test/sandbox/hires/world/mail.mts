import type { Applications } from './applications.mts';
import { invalid } from './errors.mts';
import type { ApplicationRecord, By, CandidateRecord, UserRecord } from './records.mts';
import { Store } from './store.mts';

/** How long a message is held, so that it can be called off: 15 minutes (100Hires OpenAPI 3.1, 2.0.0). */
const HELD_SECONDS = 900;

/** Each user has one mail account; its ID is made of theirs. */
const ACCOUNT_BASE = 4000;

export const mailAccountIdOf = ({ id }: UserRecord) => id + ACCOUNT_BASE;

export interface MessageRecord {
	id: number;
	candidateId: number;
	applicationId: number | null;
	/** Of the mail account that it goes through. */
	accountId: number;
	from: string;
	to: string[];
	cc: string[];
	bcc: string[];
	subject: string;
	/** HTML. */
	body: string;
	/** When it is due, unix seconds. */
	sendAt: number;
	isSent: boolean;
	isFromCandidate: boolean;
	replyToId: number | null;
	isNewThread: boolean;
	by: By;
}

/** A message as people write it; what is `null` or left out is chosen by the ATS. */
export interface Letter {
	to: string[];
	subject: string;
	body: string;
	fromAccountId?: number | null;
	cc?: string[];
	bcc?: string[];
	/** Unix seconds; 15 minutes from now when left out. */
	scheduledAt?: number | null;
	applicationId?: number | null;
	replyToEmailId?: number | null;
	sendInNewThread?: boolean;
}

/** E-mail to candidates and from them, and the notifications that the ATS itself sends. */
export class Mail {
	readonly messages = new Store<MessageRecord>('Message', 80_000);

	readonly notifications = new Store<MessageRecord>('Notification message', 85_000);

	private readonly pending = new Set<MessageRecord>();

	private readonly world: Applications;

	constructor(world: Applications) {
		this.world = world;
	}

	/** Puts a message to a candidate on hold until it is due. */
	schedule(candidate: CandidateRecord, letter: Letter, by = this.world.byOwner): MessageRecord {
		const contents = this.contentsOf(candidate, letter);
		const message = this.messages.add({ ...contents, isSent: false, isFromCandidate: false, by });
		this.pending.add(message);
		return message;
	}

	/** Tells a candidate by mail what became of an application, unless it is called off in time. */
	notify(application: ApplicationRecord, subject: string, body: string): MessageRecord {
		const candidate = this.world.candidate(application.candidateId);
		const by: By = { type: 'automation', userId: null, source: 'notification' };
		const letter = { to: candidate.emails, subject, body, applicationId: application.id };
		const contents = this.contentsOf(candidate, letter);
		const message = this.notifications.add({
			...contents,
			isSent: false,
			isFromCandidate: false,
			by,
		});
		this.pending.add(message);
		return message;
	}

	/** A candidate writes to the company. */
	receive(candidate: CandidateRecord, letter: Pick<Letter, 'subject' | 'body'>): MessageRecord {
		const { owner, clock } = this.world;
		const by: By = { type: 'system', userId: null, source: 'mailbox' };
		const contents = this.contentsOf(candidate, { ...letter, to: [owner.email] });
		const message = this.messages.add({
			...contents,
			from: candidate.emails[0] ?? '',
			sendAt: clock.now(),
			by,
			isSent: true,
			isFromCandidate: true,
		});
		this.mark(message);
		return message;
	}

	/** @param changes What is left out stays as it is */
	change(message: MessageRecord, changes: Partial<Letter>): MessageRecord {
		this.refuseSent(message);
		const candidate = this.world.candidate(message.candidateId);
		const { accountId, applicationId, sendAt, replyToId, isNewThread, ...rest } = message;
		const before: Letter = {
			...rest,
			fromAccountId: accountId,
			applicationId,
			scheduledAt: sendAt,
			replyToEmailId: replyToId,
			sendInNewThread: isNewThread,
		};
		return Object.assign(message, this.contentsOf(candidate, { ...before, ...changes }));
	}

	/** Calls a message off that has not been sent. */
	cancel(message: MessageRecord): void {
		this.refuseSent(message);
		this.forget(message);
	}

	/** What was written to a candidate and by them, notifications included; the latest first. */
	of(candidate: CandidateRecord): MessageRecord[] {
		return [...this.messages.all(), ...this.notifications.all()]
			.filter((message) => message.candidateId === candidate.id)
			.sort((a, b) => b.sendAt - a.sendAt || b.id - a.id);
	}

	forgetCandidate(candidate: CandidateRecord): void {
		for (const message of this.of(candidate)) this.forget(message);
	}

	/** Sends what is due by now. */
	settle(): void {
		const now = this.world.clock.now();
		for (const message of [...this.pending].sort((a, b) => a.sendAt - b.sendAt)) {
			if (message.sendAt > now) break;
			this.pending.delete(message);
			message.isSent = true;
			this.mark(message);
			const { candidateId, sendAt: at, by, id } = message;
			const applicationId = message.applicationId ?? undefined;
			this.world.history.add({
				kind: 'message.sent',
				at,
				by,
				candidateId,
				applicationId,
				messageId: id,
			});
		}
	}

	/** The user whose mail account that is. */
	account(id: number): UserRecord {
		const user = this.world.users.get(id - ACCOUNT_BASE);
		if (!user) throw invalid('from_account_id', 'Mail account is invalid.');
		return user;
	}

	private contentsOf(candidate: CandidateRecord, letter: Letter) {
		const { to, subject, body, cc = [], bcc = [], sendInNewThread = false } = letter;
		const user =
			letter.fromAccountId == null ? this.world.owner : this.account(letter.fromAccountId);
		const applicationId = letter.applicationId ?? null;
		const replyToId = letter.replyToEmailId ?? null;
		if (applicationId !== null && !candidate.applicationIds.has(applicationId)) {
			throw invalid('application_id', 'The application is not of this candidate.');
		}
		if (replyToId !== null && !this.messages.find(replyToId)) {
			throw invalid('reply_to_email_id', 'The message to reply to is invalid.');
		}
		return {
			candidateId: candidate.id,
			applicationId,
			replyToId,
			isNewThread: sendInNewThread,
			accountId: mailAccountIdOf(user),
			from: user.email,
			to,
			cc,
			bcc,
			subject,
			body,
			sendAt: letter.scheduledAt ?? this.world.clock.now() + HELD_SECONDS,
		};
	}

	private refuseSent(message: MessageRecord): void {
		if (message.isSent) throw invalid('scheduled_at', 'The message has been sent already.');
	}

	private forget(message: MessageRecord): void {
		this.pending.delete(message);
		const store = this.notifications.find(message.id) ? this.notifications : this.messages;
		store.remove(message.id);
	}

	/** The fields about the last message are moved on: those of the candidate and of each of their applications. */
	private mark({ candidateId, sendAt }: MessageRecord): void {
		const candidate = this.world.candidate(candidateId);
		for (const record of [candidate, ...this.world.applicationsOf(candidate)]) {
			record.lastMessageAt = Math.max(record.lastMessageAt ?? 0, sendAt);
		}
	}
}
