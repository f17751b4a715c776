/**
 * The pilot console: one window, a process of its own, through the API's client only. Here it is
 * opened and its parts are tied together; what is shown is decided in {@code model}, how in {@code
 * screen}, {@code canvas} and {@code film}, with the colours of {@code look}.
 */
@NullMarked
package org.vigie.groundstation.console;

import org.jspecify.annotations.NullMarked;
