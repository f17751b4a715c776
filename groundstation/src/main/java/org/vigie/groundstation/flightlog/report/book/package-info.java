/**
 * What many flights add up to: the pilot's logbook, the weekly register, the year's totals; and the
 * draft of an occurrence report about one. Tables of words, for pages and spreadsheets. Pure.
 */
@NullMarked
package org.vigie.groundstation.flightlog.report.book;

import org.jspecify.annotations.NullMarked;
