/**
 * One flight from upload to landing: its states, its warrant, its supervision. The pilot always
 * wins.
 */
@NullMarked
package org.vigie.groundstation.flight;

import org.jspecify.annotations.NullMarked;
