import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { errorBody } from './errors.mts';
import type { Fault } from './faults.mts';

const CLOSED_ON_PURPOSE = 'The sandbox broke the connection off, as a test wanted.';

/** How long the first half of an answer gets to arrive before the connection breaks, milliseconds. */
const HALF_MS = 5;

function drip(request: FastifyRequest, reply: FastifyReply, everyMs: number): void {
	reply.hijack();
	reply.raw.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => reply.raw.write(' '), everyMs);
	request.raw.socket.once('close', () => clearInterval(timer));
}

/**
 * Does what goes wrong before anything is done.
 *
 * @returns Whether the request is dealt with
 */
export async function misbehaveBefore(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<boolean> {
	if (fault.delayMs) await pause(fault.delayMs);
	if (fault.dropConnection) {
		reply.hijack();
		request.raw.socket.destroy();
		return true;
	}
	if (fault.drip) {
		drip(request, reply, fault.drip.everyMs);
		return true;
	}
	reply.headers(fault.headers ?? {});
	if (fault.redirectTo !== undefined) {
		reply.code(fault.status ?? 302).header('location', fault.redirectTo);
		reply.send('');
		return true;
	}
	if (fault.body !== undefined) {
		if (fault.afterHandling) return false;
		reply.code(fault.status ?? 200).type(fault.contentType ?? 'application/json');
		reply.send(fault.body);
		return true;
	}
	if (!fault.status) return false;
	reply.code(fault.status).send(errorBody(fault.status, 'A test asked for this.'));
	return true;
}

/** The first half, and then the end of the connection. */
async function* breakOff(payload: Buffer) {
	yield payload.subarray(0, payload.length / 2);
	await pause(HALF_MS);
	throw new Error(CLOSED_ON_PURPOSE);
}

function changeDate(reply: FastifyReply, date: string | null): void {
	if (date !== null) reply.header('date', date);
	else reply.removeHeader('date').raw.sendDate = false;
}

/** Does what goes wrong with the answer to a request that was handled; returns what is sent in its place. */
export function misbehaveAfter(
	fault: Fault,
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
): unknown {
	if (fault.date !== undefined) changeDate(reply, fault.date);
	if (fault.dropAfterHandling) {
		request.raw.socket.destroy(new Error(CLOSED_ON_PURPOSE));
		return payload;
	}
	if (fault.body !== undefined && fault.afterHandling) {
		reply.code(fault.status ?? 200).type(fault.contentType ?? 'application/json');
		reply.header('content-length', Buffer.byteLength(fault.body));
		return fault.body;
	}
	const isJson = String(reply.getHeader('content-type')).startsWith('application/json');
	if (fault.rewrite && isJson && typeof payload === 'string') {
		const changed = JSON.stringify(fault.rewrite(JSON.parse(payload)));
		reply.header('content-length', Buffer.byteLength(changed));
		return changed;
	}
	if (fault.cut && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
		const bytes = Buffer.from(payload);
		reply.header('content-length', bytes.length);
		return Readable.from(breakOff(bytes));
	}
	return payload;
}
