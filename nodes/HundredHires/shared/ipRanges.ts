/**
 * IP addresses and ranges, for the 'Allowed IPs' option and for the difference between a private and a public webhook URL. Node's own
 * `net.BlockList` does this too, but n8n's rules for cloud-ready nodes allow no import of `node:net`.
 */

interface Address {
	bits: 32 | 128;
	value: bigint;
}

function parseIPv4(text: string): Address | null {
	const parts = text.split('.');
	if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
		return null;
	return { bits: 32, value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

function parseIPv6(text: string): Address | null {
	// An address of IPv4 inside IPv6, such as ::ffff:203.0.113.5, has its last two groups written the IPv4 way.
	const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
	const v4 = tail ? parseIPv4(tail[2]) : null;
	if (tail && !v4) return null;
	const groups = v4
		? `${tail![1]}${(v4.value >> 16n).toString(16)}:${(v4.value & 0xffffn).toString(16)}`
		: text;

	const halves = groups.split('::');
	if (halves.length > 2) return null;
	const [head, rest] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const missing = 8 - head.length - (rest?.length ?? 0);
	if (rest ? missing < 1 : missing !== 0) return null;
	const all = rest ? [...head, ...Array<string>(missing).fill('0'), ...rest] : head;
	if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
	return {
		bits: 128,
		value: all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n),
	};
}

const MAPPED_IPV4 = 0xffffn;

function parseAddress(text: string): Address | null {
	const plain = text
		.trim()
		.replace(/^\[(.*)\]$/, '$1')
		.split('%')[0];
	const address = plain.includes(':') ? parseIPv6(plain) : parseIPv4(plain);
	// A server that listens on both families sees IPv4 callers as ::ffff:a.b.c.d; they are meant by their IPv4 address.
	if (address?.bits === 128 && address.value >> 32n === MAPPED_IPV4)
		return { bits: 32, value: address.value & 0xffffffffn };
	return address;
}

interface Range {
	start: Address;
	/** How many of the last bits are free. */
	free: bigint;
}

function parseRange(text: string): Range | null {
	const [first, length, ...more] = text.split('/');
	const start = parseAddress(first);
	if (!start || more.length > 0) return null;
	if (length !== undefined && !/^\d{1,3}$/.test(length.trim())) return null;
	const prefix = length === undefined ? start.bits : Number(length);
	return prefix > start.bits ? null : { start, free: BigInt(start.bits - prefix) };
}

/** Whether a text is an IPv4 or IPv6 address, or a range in CIDR notation (`203.0.113.0/24`). */
export function isRange(text: string): boolean {
	return parseRange(text) !== null;
}

/**
 * Whether an address lies in a range.
 *
 * @param address An IPv4 or IPv6 address
 * @param range An address, or a range in CIDR notation such as `203.0.113.0/24`
 * @returns `false` also where either cannot be read
 */
export function isInRange(address: string, range: string): boolean {
	const wanted = parseRange(range);
	const parsed = parseAddress(address);
	if (!wanted || !parsed || wanted.start.bits !== parsed.bits) return false;
	return wanted.start.value >> wanted.free === parsed.value >> wanted.free;
}

/** Ranges that the internet does not route (IANA special-purpose address registries). */
const NOT_PUBLIC = [
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'224.0.0.0/3',
	'::/127',
	'fc00::/7',
	'fe80::/10',
	'ff00::/8',
];

/** Endings of names that only a local network, or one computer, knows. */
const LOCAL_ENDINGS = ['.localhost', '.local', '.internal', '.lan', '.home.arpa'];

/**
 * Whether the internet can be expected to know a host: neither a private address nor a name that only a local network knows.
 *
 * @param hostname As `URL` has it
 */
export function isPublicHost(hostname: string): boolean {
	const host = hostname.replace(/\.$/, '').toLowerCase();
	if (parseAddress(host)) return !NOT_PUBLIC.some((range) => isInRange(host, range));
	return host.includes('.') && !LOCAL_ENDINGS.some((ending) => host.endsWith(ending));
}

/** Whether the internet can be expected to reach a URL, by HTTPS. 100Hires accepts no other webhook URL. */
export function isPublicHttpsUrl(url: string): boolean {
	try {
		const { protocol, hostname } = new URL(url);
		return protocol === 'https:' && isPublicHost(hostname);
	} catch {
		return false;
	}
}
