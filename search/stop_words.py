"""Words that carry grammar and no subject, left out of a question when it has others.

Only languages whose grammar words are few and are no subject words themselves have a list.
"""

from .normalise import fold

_LISTS = {
    "en": (
        "a about after all also am an and any are as at be because been before being "
        "between both but by can could did do does doing for from further had has have "
        "having he her here hers him his how i if in into is it its itself just may me "
        "might more most must my no nor not of on once only or other our out over own "
        "same shall she should so some such than that the their them then there these "
        "they this those through to too under until up upon us very was we were what when "
        "where which while who whom whose why will with would you your"
    ),
    "fr": (
        "à au aux avec car ce ces cette chez comme comment dans de des du elle elles en "
        "entre est et été être il ils je la le les leur leurs lui mais même ne nous on ou "
        "où par pas plus pour pourquoi qu que quel quelle quelles quels qui sa sans se "
        "ses si son sont sous sur ta te tes toi ton tous tout toute toutes tu un une vos "
        "votre vous y"
    ),
    "id": (
        "ada adalah agar akan antara apa apakah atas atau bagaimana bagi bahwa banyak "
        "bisa dalam dan dapat dari dengan di dia ia ini itu juga kami kapan karena ke "
        "kepada ketika kita mana mengapa mereka oleh pada para saat saja saya sebagai "
        "secara sehingga sejak seperti serta siapa sudah tanpa telah tentang terhadap "
        "tidak untuk yang"
    ),
    "hi": (
        "अगर अपना अपनी अपने आप इन इस इसका इसकी इसके इसे उन उनका उनकी उनके उन्हें उस उसका "
        "उसकी उसके उसे और एक एवं ओर कब कर करता करते करना करने करें कहाँ का कि किया किस "
        "किसी की कुछ के को कोई कौन क्या क्यों गई गए गया जब जा जाता जाती जाते जाना जाने "
        "जिस जिसे जो तक तब तो था थी थे दिया द्वारा न नहीं ने पर फिर भी मुझे में मैं यदि "
        "यह या ये रहा रही रहे लिए ले वह वहाँ वाला वाली वाले वे व सकता सकती सकते सब साथ से "
        "हम ही हुआ हुई हुए हूँ है हैं हो होता होती होते होना होने कैसे"
    ),
    "ne": (
        "अनि अब उनको उनी एक एवं कति कसरी का कि किन की के को कुन गरी गरेको गर्न छ छन छैन "
        "जब जसको जुन त तथा तर थियो द्वारा न नै पनि भए भएको भने मा म यदि यस यसको यो र "
        "रहेको ले वा संग सँग सबै सम्म हुन हुने हो"
    ),
    "ar": (
        "أن أو أي إذا إلى إن أين الذي التي الذين اللذان بعد بعض بل بين تلك ثم حتى حول حيث "
        "خلال ذلك عن عند عندما على غير في فيه فيها قبل قد كان كانت كل كما كيف كم لا لكن "
        "لم لماذا لن له لها ما متى مثل مع من منذ منها منه نحو هذا هذه هل هم هنا هو هي و "
        "وهو وهي وفي ومن"
    ),
    "ur": (
        "اس اسے ان انہیں اور ایک اگر آپ ایسا بھی پر پھر تک تھا تھی تھے تو جب جس جو جا "
        "جاتا جاتی جاتے سب سکتا سکتی سکتے سے کا کب کر کرنا کرنے کس کسی کو کوئی کون کہ "
        "کہاں کی کیا کیسے کیوں کے گا گی گے گیا گئی گئے لیے میں نہ نہیں نے وہ والا والی "
        "والے ہم ہو ہوا ہوتا ہوتی ہوتے ہونا ہونے ہی ہے ہیں یا یہ"
    ),
    "bn": (
        "আমরা আমি আর এই এবং এর এক একটি একটা ও ওই কি কিভাবে কেন কোন কোথায় কখন করা করে "
        "করতে জন্য তা তার তারা তবে থেকে দিয়ে না পর পর্যন্ত বা মধ্যে যদি যা যে যখন সঙ্গে "
        "সাথে সে হতে হয় হবে হয়েছে"
    ),
}

STOP_WORDS = {
    language: frozenset(fold(word) for word in words.split()) for language, words in _LISTS.items()
}


def stop_words_for(language):
    """Return the folded stop words for a reader of `language`; English ones always count."""
    return STOP_WORDS["en"] | STOP_WORDS.get(language, frozenset())
