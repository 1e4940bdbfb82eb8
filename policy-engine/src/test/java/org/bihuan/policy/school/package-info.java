/** The school norovirus pack: what its scenarios cannot say in lines, such as the ids of duties. */
@NullMarked
package org.bihuan.policy.school;

import org.jspecify.annotations.NullMarked;
