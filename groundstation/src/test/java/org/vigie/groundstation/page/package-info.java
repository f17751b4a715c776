/**
 * The web page in a real browser: the player alone, and the page against a station of canned
 * answers.
 */
@NullMarked
package org.vigie.groundstation.page;

import org.jspecify.annotations.NullMarked;
