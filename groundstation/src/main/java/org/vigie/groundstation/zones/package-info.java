/**
 * Zone files for people: what is in them, in words and for machines, which zones are in force at
 * points, and a picture of them. What {@code vigie zones} does; nothing in the station needs it.
 */
@NullMarked
package org.vigie.groundstation.zones;

import org.jspecify.annotations.NullMarked;
