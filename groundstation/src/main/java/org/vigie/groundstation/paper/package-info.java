/**
 * Pages on paper: an adapter that makes a PDF of a page, fonts embedded, the same bytes each time.
 * The only importer of the PDF libraries. Fetches nothing: a page is whole in itself.
 */
@NullMarked
package org.vigie.groundstation.paper;

import org.jspecify.annotations.NullMarked;
