import { inPath, required } from '../fields';
import { user } from '../fields/common';

export const userPath = inPath('id', required(user));
