/**
 * The window: panels that show what the model says and hand on what a person does. They decide
 * nothing. Everything here is on the event thread.
 */
@NullMarked
package org.vigie.groundstation.console.screen;

import org.jspecify.annotations.NullMarked;
