/**
 * A JUnit 5 extension: tests that fly a scenario's vehicles in virtual time. JUnit itself is
 * brought by whoever uses it.
 */
@NullMarked
package org.vigie.simulator.junit;

import org.jspecify.annotations.NullMarked;
