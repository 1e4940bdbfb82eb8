package org.bihuan.places;

import java.text.Normalizer;
import java.util.Set;

/** How names of divisions are written. */
public final class DivisionNames {
    private static final Set<String> PLACEHOLDERS = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private DivisionNames() {}

    /** Whether the name only groups counties and names no place. */
    public static boolean isPlaceholder(String name) {
        return PLACEHOLDERS.contains(name);
    }

    /** A name without spaces, in half width. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /** What two spellings of a street or township have in common: 黄村(地区)镇 and 黄村镇, 三官庙街道办事处 and 三官庙街道. */
    public static String town(String name) {
        return plain(name).replaceAll("\\([^)]*\\)", "").replaceAll("(?<=.)(街道办事处|街道办|地区办事处)$", "街道");
    }

    /** What two spellings of a village or community have in common: 解放社区居委会, 解放社区 and 解放居委会. */
    public static String village(String name) {
        return plain(name).replaceAll("(?<=..)(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村)$", "");
    }
}
