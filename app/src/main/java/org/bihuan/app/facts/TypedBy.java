package org.bihuan.app.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a fact was typed.
 *
 * @param declaration by which its kind was declared then, null while nobody had declared it
 */
record TypedBy(UUID id, String kind, @Nullable UUID declaration) {}
