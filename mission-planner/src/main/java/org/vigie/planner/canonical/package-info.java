/** One byte form for every value that is hashed or signed (RFC 8785), and its SHA-256. */
@NullMarked
package org.vigie.planner.canonical;

import org.jspecify.annotations.NullMarked;
