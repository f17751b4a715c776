/**
 * What the console shows, without a window: from the newest snapshot, the documents, what the pilot
 * has selected and ordered, and the moment, to rows, gauges, alarms and hints in words. Time is
 * passed in; nothing here knows Swing, a socket or a thread.
 */
@NullMarked
package org.vigie.groundstation.console.model;

import org.jspecify.annotations.NullMarked;
