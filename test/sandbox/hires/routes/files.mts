import { Download, route, type AnyRoute } from '../api/route.mts';
import { notFound } from '../world/errors.mts';

export const fileRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path: '/files/:uuid/download',
		handle: ({ context, params }) => {
			const file = context.world.files.get(params.uuid);
			if (!file) throw notFound('File');
			return new Download(file);
		},
	}),
];
