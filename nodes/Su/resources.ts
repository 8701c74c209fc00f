import type { ResourceTable } from '../../engine/items/resources';
import { get as getAvailability } from './availability/get';
import { getUpdateLog } from './availability/getUpdateLog';
import { setChannelRules } from './availability/setChannelRules';
import { update } from './availability/update';
import { updateForChannel } from './availability/updateForChannel';
import { connect } from './channel/connect';
import { disconnect } from './channel/disconnect';
import { getMappings } from './channel/getMappings';
import { getRatePlans } from './channel/getRatePlans';
import { mapRatePlan } from './channel/mapRatePlan';
import { unmapRatePlan } from './channel/unmapRatePlan';
import { add } from './image/add';
import { assign } from './image/assign';
import { getAll as getAllImages } from './image/getAll';
import { downloadImage } from './message/downloadImage';
import { send } from './message/send';
import { sendImage } from './message/sendImage';
import { activate as activateProperty } from './property/activate';
import { create as createProperty } from './property/create';
import { deactivate as deactivateProperty } from './property/deactivate';
import { deleteProperty } from './property/delete';
import { getAll as getAllProperties } from './property/getAll';
import { update as updateProperty } from './property/update';
import { activate as activateRatePlan } from './ratePlan/activate';
import { create as createRatePlan } from './ratePlan/create';
import { getAll as getAllRatePlans } from './ratePlan/getAll';
import { remove as removeRatePlan } from './ratePlan/remove';
import { update as updateRatePlan } from './ratePlan/update';
import { acceptRequest } from './reservation/acceptRequest';
import { acknowledge } from './reservation/acknowledge';
import { cancelAirbnb } from './reservation/cancelAirbnb';
import { cancelDirect } from './reservation/cancelDirect';
import { denyRequest } from './reservation/denyRequest';
import { get } from './reservation/get';
import { getCancellationOptions } from './reservation/getCancellationOptions';
import { getAll as getAllReservations } from './reservation/getAll';
import { getNew } from './reservation/getNew';
import { report } from './reservation/report';
import { getAll as getAllReviews } from './review/getAll';
import { reply } from './review/reply';
import { activate as activateRoomType } from './roomType/activate';
import { create as createRoomType } from './roomType/create';
import { deactivate as deactivateRoomType } from './roomType/deactivate';
import { deleteRoomType } from './roomType/delete';
import { getAll as getAllRoomTypes } from './roomType/getAll';
import { update as updateRoomType } from './roomType/update';
import { upsert } from './user/upsert';
import { getToken } from './widget/getToken';

/** What the node can do, as its two dropdowns show it. */
export const resources: ResourceTable = [
	{ name: 'availability', displayName: 'Availability', operations: [getAvailability, getUpdateLog, setChannelRules, update, updateForChannel] },
	{ name: 'channel', displayName: 'Channel', operations: [connect, disconnect, getMappings, getRatePlans, mapRatePlan, unmapRatePlan] },
	{ name: 'image', displayName: 'Image', operations: [add, assign, getAllImages] },
	{ name: 'message', displayName: 'Message', operations: [downloadImage, send, sendImage] },
	{ name: 'property', displayName: 'Property', operations: [activateProperty, createProperty, deactivateProperty, deleteProperty, getAllProperties, updateProperty] },
	{ name: 'ratePlan', displayName: 'Rate Plan', operations: [activateRatePlan, createRatePlan, getAllRatePlans, removeRatePlan, updateRatePlan] },
	{ name: 'reservation', displayName: 'Reservation', operations: [acceptRequest, acknowledge, cancelAirbnb, cancelDirect, denyRequest, get, getCancellationOptions, getAllReservations, getNew, report] },
	{ name: 'review', displayName: 'Review', operations: [getAllReviews, reply] },
	{ name: 'roomType', displayName: 'Room Type', operations: [activateRoomType, createRoomType, deactivateRoomType, deleteRoomType, getAllRoomTypes, updateRoomType] },
	{ name: 'user', displayName: 'User', operations: [upsert] },
	{ name: 'widget', displayName: 'Widget', operations: [getToken] },
];
