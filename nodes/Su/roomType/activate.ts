import { roomTypeState } from './state';

/** Switches a room type on. */
export const activate = roomTypeState('activate', 'Switch a room type of a property on');
