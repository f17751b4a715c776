/** What needs the simulator too: the demonstration, its scripted people and its story. */
@NullMarked
package org.vigie.groundstation.demo;

import org.jspecify.annotations.NullMarked;
