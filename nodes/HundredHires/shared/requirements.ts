/**
 * Imported first by each node, so that an n8n that is too old says so. It would load some of the nodes and read dates wrongly, or
 * load none and say "Class could not be found". n8n checks no versions itself, and tells a node none.
 *
 * What is thrown here n8n shows to whoever installs the package, and else writes to its log; a TypeError it would replace.
 */
import { NodeConnectionTypes, tryToParseDateTime } from 'n8n-workflow';

/** No place on earth has this offset: the computer's own cannot be taken for it. */
const ZONE = 'UTC+5:17';

/** Whether dates without an offset are read in the zone that is asked for, which n8n does since 1.94 or shortly before. */
function readsZones(): boolean {
	const read = tryToParseDateTime('2026-01-01T05:17:00', ZONE).toMillis();
	return read === Date.UTC(2026, 0, 1);
}

// In n8n-workflow since n8n 1.85 or shortly before.
if (NodeConnectionTypes === undefined || !readsZones())
	throw new Error(
		'n8n-nodes-100hires needs n8n 1.94 or newer, and this n8n is older. Update n8n, then install the package again.',
	);
