/**
 * How simulated sensors report: alerts by HTTP or by MQTT, as real ones send them. The only package
 * with clients of either; threads are theirs.
 */
@NullMarked
package org.vigie.simulator.alert;

import org.jspecify.annotations.NullMarked;
