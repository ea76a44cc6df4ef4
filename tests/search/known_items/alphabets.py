"""The letters, and the signs on letters, that fingers hit by mistake, by language."""

_DEVANAGARI = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
_LATIN = "abcdefghijklmnopqrstuvwxyz"

LETTERS = {
    "hi": _DEVANAGARI,
    "ne": _DEVANAGARI,
    "bn": "কখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ",
    "ta": "கசடதபறஞணநமனயரலவழள",
    "th": "กขคงจฉชซดตถทธนบปผฝพฟภมยรลวสหอ",
    "my": "ကခဂငစဆဇညတထဒနပဖဗဘမယရလဝသဟအ",
    "id": _LATIN,
    "fr": _LATIN,
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ur": "ابپتٹثجچحخدڈذرڑزسشصضطظعغفقکگلمنوہی",
    # The characters that Chinese texts have most often.
    "zh": "的一是了不在有人我他这中大来上个国和说们为子到时出也得里后自以会家可下过天去能对小多",
}
SIGNS = {
    "hi": "ािीुूेैोौं",
    "ne": "ािीुूेैोौं",
    "bn": "ািীুূেৈোৌ",
    "ta": "ாிீுூெேைொோ",
    "th": "ิีึืุูั่้",
    "my": "ာိီုူေဲ",
}
