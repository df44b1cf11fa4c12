import { signatureOf } from '../../sandbox/hires/index.mts';

test('the signature is the one of the documented rule', () => {
	const secret = '3f2a9c0d5b7e41d68a90c1f2e3b4a5968776655443322110ffeeddccbbaa9988';
	expect(signatureOf('{"id":845112,"status":"active"}', secret)).toBe(
		'fi3kdCklvCDdO2q/zrvp8BiJQrXAOSriN2+gr+11Gv0=',
	);
});
