/**
 * What maps and height profiles show: zones, the drawn base map, the ground under a planned flight.
 * Pure: GeoJSON trees and numbers, no drawing.
 */
@NullMarked
package org.vigie.groundstation.chart;

import org.jspecify.annotations.NullMarked;
