/**
 * Reports as pages: one XHTML text that a browser shows and prints, and that becomes a PDF
 * elsewhere. Self-contained: pictures are inline SVG of paths, circles and texts, there is no
 * script and no address. Texts from a record are never markup. Pure: the same report gives the same
 * bytes.
 */
@NullMarked
package org.vigie.groundstation.flightlog.report.page;

import org.jspecify.annotations.NullMarked;
