/**
 * Scenarios: what happens, who does what, what is expected. Read from YAML with errors that name
 * file, line and field; nothing is run here.
 */
@NullMarked
package org.vigie.simulator.scenario;

import org.jspecify.annotations.NullMarked;
