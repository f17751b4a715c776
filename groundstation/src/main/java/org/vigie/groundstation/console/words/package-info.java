/** The words of the rules and papers that decisions name by code, read from the shipped files. */
@NullMarked
package org.vigie.groundstation.console.words;

import org.jspecify.annotations.NullMarked;
