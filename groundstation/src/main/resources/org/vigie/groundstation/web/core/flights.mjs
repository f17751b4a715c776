// What states mean to the page. The states are the station's; their names come from the texts.

const GROUND = new Set([
  'PLANNING', 'REFUSED', 'UPLOADING', 'CHECKING', 'AWAITING_CLEARANCE', 'ARMING', 'LANDED', 'CLOSED',
]);
const BEFORE_UPLOAD = new Set(['PLANNING', 'REFUSED', 'CLOSED']);

/** The way of a flight that goes as planned, in the steps that people are shown. */
export const STEPS = ['plan', 'checks', 'clearance', 'outbound', 'scene', 'return', 'record'];

const STEP_OF = {
  PLANNING: 0,
  REFUSED: 0,
  UPLOADING: 1,
  CHECKING: 1,
  AWAITING_CLEARANCE: 2,
  ARMING: 2,
  TAKING_OFF: 3,
  OUTBOUND: 3,
  ON_SCENE: 4,
  RETURNING: 5,
  LANDING: 5,
  LANDED: 6,
  CLOSED: 7,
};

/** Which step a flight stands at; one that left the plan in the air stands where it last was. */
export function stepOf(flight) {
  const step = STEP_OF[flight.state];
  if (step !== undefined) {
    return step;
  }
  return flight.sceneSince ? 4 : 3;
}

/** Whether it is in the air, as far as its state says. */
export function isAirborne(flight) {
  if (flight.state === 'ABORTED') {
    return Boolean(flight.airborneSince);
  }
  return !GROUND.has(flight.state);
}

/** Whether its camera may be asked for. */
export function hasPictures(flight) {
  return !BEFORE_UPLOAD.has(flight.state);
}

/** Something that a person should look at. */
export function isOffPlan(flight) {
  return [
    'REFUSED', 'HOLDING', 'DIVERTED', 'LOST_LINK', 'PILOT_LOST', 'EXTERNAL_CONTROL', 'ABORTED',
  ].includes(flight.state);
}

export function isOpen(incident) {
  return ['REPORTED', 'UNDER_VERIFICATION', 'CONFIRMED'].includes(incident.state);
}

/** Whether it waits for an operator. */
export function isWaiting(incident) {
  return incident.state === 'REPORTED' || incident.state === 'UNDER_VERIFICATION';
}
