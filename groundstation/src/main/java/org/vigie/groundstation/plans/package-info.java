/**
 * Plans for people: a picture of one, and what {@code vigie plan} tells of it in words and for
 * machines. Nothing in the station needs it.
 */
@NullMarked
package org.vigie.groundstation.plans;

import org.jspecify.annotations.NullMarked;
