/**
 * Benchmarks that JMH runs, each beside the plain way of doing the same in the same run. Compiled
 * apart, since JMH writes code beside them.
 */
@NullMarked
package org.vigie.groundstation.demo.bench.jmh;

import org.jspecify.annotations.NullMarked;
