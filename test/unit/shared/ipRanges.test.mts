import { BlockList } from 'node:net';
import * as fc from 'fast-check';
import {
	isInRange,
	isPublicHttpsUrl,
	isRange,
} from '../../../nodes/HundredHires/shared/ipRanges.ts';

test('agrees with Node’s own BlockList on addresses and ranges of both families', () => {
	const family = fc.constantFrom<'ipv4' | 'ipv6'>('ipv4', 'ipv6');
	let inside = 0;
	fc.assert(
		fc.property(
			family.chain((kind) =>
				fc.tuple(
					fc.constant(kind),
					kind === 'ipv4' ? fc.ipV4() : fc.ipV6(),
					kind === 'ipv4' ? fc.ipV4() : fc.ipV6(),
					fc.nat(kind === 'ipv4' ? 32 : 128),
					fc.boolean(),
				),
			),
			([kind, one, two, prefix, same]) => {
				// Version 4 inside 6 is deliberately taken for version 4 here.
				fc.pre(kind === 'ipv4' || !/ffff/i.test(one + two));
				const list = new BlockList();
				list.addSubnet(one, prefix, kind);
				const address = same ? one : two;
				const expected = list.check(address, kind);
				inside += Number(expected);
				expect(isInRange(address, `${one}/${prefix}`)).toBe(expected);
			},
		),
		{ numRuns: 2000 },
	);
	expect(inside).toBeGreaterThan(500);
});

test.each([
	['::ffff:203.0.113.7', '203.0.113.0/24', true],
	['203.0.113.7', '::ffff:203.0.113.7', true],
	['203.0.113.7', '203.0.113.7', true],
	['203.0.113.8', '203.0.113.7', false],
	['2001:db8::1', '2001:db8::/32', true],
	['10.0.0.1', 'nonsense', false],
	['', '0.0.0.0/0', false],
	['10.0.0.1', '10.0.0.0/33', false],
	['10.0.0.1', '10.0.0.0/', false],
	['10.0.0.1', '10.0.0.0/8/8', false],
	['10.0.0.1', '::/0', false],
	['fe80::1%eth0', 'fe80::/10', true],
])('%s in %s: %s', (address, range, expected) => expect(isInRange(address, range)).toBe(expected));

test.each([
	['203.0.113.7', true],
	['203.0.113.0/24', true],
	['0.0.0.0/0', true],
	['2001:db8::1', true],
	['2001:db8::/32', true],
	['[2001:db8::1]', true],
	['::ffff:203.0.113.7', true],
	['', false],
	['hires.example.com', false],
	['localhost', false],
	['*', false],
	['203.0.113.*', false],
	['203.0.113', false],
	['203.0.113.256', false],
	['203.0.113.7/33', false],
	['203.0.113.7/-1', false],
	['203.0.113.7/', false],
	['203.0.113.7/255.255.255.0', false],
	['203.0.113.7/24/8', false],
	['203.0.113.1-203.0.113.9', false],
	['203.0.113.1-9', false],
	['203.0.113.7 203.0.113.8', false],
	['203.0.113.7;203.0.113.8', false],
	['203.0.113.7:443', false],
	['https://203.0.113.7', false],
	['2001:db8::/129', false],
	['2001:db8::g', false],
	['2001::db8::1', false],
])('%j can be read: %s', (range, expected) => expect(isRange(range)).toBe(expected));

test.each([
	['https://n8n.example.com/webhook/1', true],
	['https://203.0.113.7/', true],
	['https://[2606:4700::1111]/', true],
	['http://n8n.example.com/', false],
	['https://localhost:5678/', false],
	['https://127.0.0.1/', false],
	['https://10.1.2.3/', false],
	['https://172.20.0.1/', false],
	['https://172.32.0.1/', true],
	['https://192.168.1.5/', false],
	['https://169.254.1.1/', false],
	['https://100.64.0.1/', false],
	['https://[::1]/', false],
	['https://[fd00::1]/', false],
	['https://[::ffff:10.0.0.1]/', false],
	['https://n8n.local/', false],
	['https://n8n/', false],
	['https://2130706433/', false],
	['', false],
	['n8n.example.com', false],
	['https://n8n.internal./', false],
])('%s public: %s', (url, expected) => expect(isPublicHttpsUrl(url)).toBe(expected));
