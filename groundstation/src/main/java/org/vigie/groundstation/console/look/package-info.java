/**
 * How the console looks: the colours by their names, one family of letters in four sizes, and what
 * they make of Swing. No other package names a colour.
 */
@NullMarked
package org.vigie.groundstation.console.look;

import org.jspecify.annotations.NullMarked;
